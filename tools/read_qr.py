"""Prints what the QR codes in a picture say, a line each."""

import sys

import zxingcpp
from PIL import Image

for code in zxingcpp.read_barcodes(Image.open(sys.argv[1])):
    print(code.text)
