"""The tasks of `parallax evaluate`: how often each part is right on annotated news. A new one is a file and a line.

Task modules are imported by name when asked for, because some need heavy libraries.
"""
