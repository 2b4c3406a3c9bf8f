//! Names as coordinates, of bars and of points: `categories.png`.

use figure::Figure;

fn main() -> figure::Result<()> {
    let names = ["apple", "orange", "lemon", "lime"];
    let counts = [10, 15, 5, 20];
    let mut fig = Figure::new((9.0, 3.0), 100.0);
    fig.add_subplot(1, 3, 1)?.bar(names, counts)?;
    fig.add_subplot(1, 3, 2)?
        .scatter(names, counts)?
        .color("C1");
    let ax = fig.add_subplot(1, 3, 3)?;
    ax.plot(
        ["bored", "happy", "bored", "happy"],
        ["mon", "tue", "wed", "thu"],
    )?;
    ax.axvline("bored")?.linestyle(":").color("k");
    fig.savefig("categories.png")
}
