from pathlib import Path
def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    folder = Path(metadata_directory) / "matplotlib-3.11.2.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: matplotlib\nVersion: 3.11.2\n")
    (folder / "WHEEL").write_text("Wheel-Version: 1.0\nGenerator: stub\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
    return folder.name
def build_wheel(*a, **k): raise RuntimeError
def build_sdist(*a, **k): raise RuntimeError
