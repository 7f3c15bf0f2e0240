"""Makes the cases of autobahntestsuite, which are Python 2, run on Python 3.

    autobahn_port.py DOWNLOAD CASES

DOWNLOAD is the folder with the package as pip fetched it, CASES the folder to make. The bytes of Python 2's strings become strings of
Latin-1, which autobahn_run.py turns into bytes where they go out.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile

BINASCII = """import binascii

def b2a_hex(text):
    return binascii.b2a_hex(text.encode('latin-1') if isinstance(text, str) else text).decode()

hexlify = b2a_hex
"""

CODING = re.compile(r"\A(?:.*\n){0,2}.*coding[:=]")
REPLACEMENTS = [
    (re.compile(r"""\.encode\(u?['"]utf-?8['"]\)""", re.I), ".encode('utf-8').decode('latin-1')"),
    (re.compile(r"^import binascii", re.M), "import latin_binascii as binascii"),
    (re.compile(r"pickle\.dumps\(obj1\) == pickle\.dumps\(obj2\)"), "obj1 == obj2"),
    (re.compile(r"\(object, Case, \),"), "(Case,),"),
    (re.compile(r"^from zope\.interface import implements", re.M), "implements = lambda *interfaces: None"),
    (re.compile(r" / self\.p\.autoFragmentSize"), " // self.p.autoFragmentSize"),
    # Compression is not offered.
    (re.compile(r"^(from \.case1[23]_x_x import|Cases\.extend\(Case1[23]_X_X\)|CaseSubCategories\.update\(Case1[23]_X_X)", re.M | re.I), r"# \1"),
]


def unpack(download, into):
    for archive in download.iterdir():
        if archive.suffix == ".whl":
            zipfile.ZipFile(archive).extractall(into)
        else:
            tarfile.open(archive).extractall(into, filter="data")
    return next(folder for folder in into.rglob("autobahntestsuite") if (folder / "case").is_dir())


def main():
    download, cases = map(pathlib.Path, sys.argv[1:])
    shutil.rmtree(cases, ignore_errors=True)
    with tempfile.TemporaryDirectory() as folder:
        package = unpack(download, pathlib.Path(folder))
        shutil.copytree(package / "case", cases / "case")
        shutil.copytree(package / "testdata", cases / "testdata")
    (cases / "latin_binascii.py").write_text(BINASCII)
    files = sorted((cases / "case").glob("*.py"))
    for file in files:
        text = file.read_bytes().decode("latin-1")
        head, *rest = text.splitlines(keepends=True)
        text = re.sub("utf-?8", "latin-1", head, flags=re.I) + "".join(rest)
        file.write_bytes((text if CODING.match(text) else "# -*- coding: latin-1 -*-\n" + text).encode("latin-1"))
    subprocess.run([sys.executable, "-m", "fissix", "-w", "-n", cases / "case"], check=True, capture_output=True)
    for file in files:
        text = file.read_bytes().decode("latin-1")
        for pattern, replacement in REPLACEMENTS:
            text = pattern.sub(replacement, text)
        file.write_bytes(text.encode("latin-1"))


main()
