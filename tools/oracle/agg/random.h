// The stream of pseudo-random numbers that the Rust scenes make too.
#pragma once

#include <cstdint>

class Random {
public:
    explicit Random(std::uint64_t seed = 1) : state_(seed) {}

    // At least 0 and less than 1, of 53 bits.
    double unit() {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return double(state_ >> 11) / 9007199254740992.0;
    }

    double between(double low, double high) { return low + unit() * (high - low); }
    unsigned below(unsigned count) { return unsigned(unit() * count); }

private:
    std::uint64_t state_;
};
