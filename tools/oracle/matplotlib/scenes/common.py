"""What scenes share: a figure with one axes, and data that Rust makes again."""

from matplotlib.figure import Figure


def axes(size=(4, 3), dpi=100):
    """A figure of `size` inches, and its only axes."""
    figure = Figure(figsize=size, dpi=dpi)
    return figure, figure.add_subplot(1, 1, 1)


def registry(scenes):
    """A decorator that puts a function into `scenes` under its own name."""

    def register(function):
        scenes[function.__name__] = function
        return function

    return register


class Random:
    """A 64-bit linear congruential generator."""

    def __init__(self, seed=1):
        self.state = seed

    def unit(self):
        """The next number, at least 0 and less than 1, of 53 bits."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 11) / 2**53

    def between(self, low, high):
        return low + self.unit() * (high - low)

    def below(self, count):
        return int(self.unit() * count)

    def choose(self, values):
        return values[self.below(len(values))]


def random_steps(count):
    """`count` random numbers in [-0.5, 0.5)."""
    random = Random()
    for _ in range(count):
        yield random.unit() - 0.5


def random_walk(count):
    """The running sum of `random_steps`, added one by one in f64."""
    total, walk = 0.0, []
    for step in random_steps(count):
        total += step
        walk.append(total)
    return walk
