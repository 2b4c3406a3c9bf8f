// Prints the strokes of AGG's built-in vector font: a line with the height of
// its unit square, then one line for each character that has strokes or room.
//
//   21
//   A m9,21 l-8,-21 m8,21 …
//
// Each word moves or draws by whole units from where the one before ended;
// where the last one ends the next character starts. y points up. Bytes from 128
// on are code page 866: the Russian letters.
#include <cmath>
#include <iostream>
#include <string>

#include "agg_gsv_text.h"

namespace agg {
extern int8u gsv_default_font[];
}

namespace {

// Characters are read at a size at which one unit is exactly 1.
std::string strokes(char character, int unit_height) {
    agg::gsv_text text;
    text.size(unit_height, unit_height);
    const char string[] = {character, 0};
    text.text(string);
    text.rewind(0);
    std::string words;
    double x = 0, y = 0, from_x = 0, from_y = 0;
    // The first vertex is the start itself.
    text.vertex(&from_x, &from_y);
    for (unsigned cmd; !agg::is_stop(cmd = text.vertex(&x, &y)); from_x = x, from_y = y) {
        words += words.empty() ? "" : " ";
        words += agg::is_move_to(cmd) ? 'm' : 'l';
        words += std::to_string(std::lround(x - from_x)) + ',' + std::to_string(std::lround(y - from_y));
    }
    return words;
}

std::string utf8(int character) {
    if (character < 0x80) {
        return {char(character)};
    }
    return {char(0xC0 | character >> 6), char(0x80 | (character & 0x3F))};
}

} // namespace

int main() {
    const int unit_height = agg::gsv_default_font[4] | agg::gsv_default_font[5] << 8;
    std::cout << unit_height << '\n';
    const auto print = [&](int first, int last, int unicode) {
        for (int byte = first; byte <= last; ++byte) {
            std::cout << utf8(unicode + byte - first) << ' ' << strokes(char(byte), unit_height) << '\n';
        }
    };
    print(' ', '~', ' ');
    print(0x80, 0xAF, 0x410);
    print(0xE0, 0xEF, 0x440);
}
