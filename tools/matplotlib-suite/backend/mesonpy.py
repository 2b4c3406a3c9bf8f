"""Stands in for matplotlib's build backend, so that pip can fetch its source archive without a compiler."""

from pathlib import Path


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    folder = Path(metadata_directory) / "matplotlib.dist-info"
    folder.mkdir()
    version = Path("PKG-INFO").read_text().split("\nVersion: ")[1].split("\n")[0]
    metadata = f"Metadata-Version: 2.1\nName: matplotlib\nVersion: {version}\n"
    (folder / "METADATA").write_text(metadata)
    return folder.name


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    raise RuntimeError("this backend builds nothing")
