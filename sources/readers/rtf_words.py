"""The control words of rich text that say something about the words of a text, after the RTF specification 1.9.1."""

from collections.abc import Mapping

SIGNS: Mapping[str, str] = {
    "tab": " ",
    "line": " ",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
    "emdash": "\u2014",
    "endash": "\u2013",
    "bullet": "\u2022",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
}
"""Words that stand for a sign."""

DESTINATIONS: Mapping[str, str] = {
    **dict.fromkeys(
        "annotation atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart background bkmkend "
        "bkmkstart blipuid buptim category colorschememapping colortbl comment company creatim datafield datastore do "
        "doccomm docvar falt filetbl fldinst fontemb fontfile footer footerf footerl footerr formfield ftncn ftnsep "
        "ftnsepc generator header headerf headerl headerr hlinkbase keywords latentstyles levelnumbers leveltext list "
        "listlevel listname listoverride listoverridetable listpicture liststylename listtable listtext mailmerge "
        "manager nonshppict objdata object operator panose password passwordhash pict pntext pntxta pntxtb printim "
        "private revtbl revtim rsidtbl rxe shppict shprslt sn sp subject sv tc template themedata txe userprops "
        "wgrffmtfilter writereservhash xe xmlnstbl".split(),
        "silent",
    ),
    "fonttbl": "fonttbl",
    "stylesheet": "stylesheet",
    "info": "info",
    "title": "title",
    "author": "author",
    "footnote": "footnote",
    "shpinst": "hull",
    "upr": "hull",
    "shptxt": "inside",
    "ud": "inside",
}
"""Word that opens a group of its own -> where the group's words go: "silent" nowhere, "hull" nowhere but for the group
"inside" it (the words of a box; the Unicode form of words that stand twice)."""

ENCODINGS: Mapping[int, str] = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "gb18030",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""Number of a font's set of characters -> its encoding."""
