"""Readers: one form of input each. `ALL_READERS` is the list that `sources.collect` asks, in this order."""

from sources.page import Reader
from sources.readers import (
    csv_table,
    docx,
    factiva,
    feed,
    html,
    json_lines,
    mail,
    media_cloud,
    mhtml,
    nela_gt,
    nexis,
    odt,
    parquet,
    pdf,
    plain_text,
    rtf,
    warc,
)

ALL_READERS: tuple[Reader, ...] = (
    warc.READER,
    feed.READER,
    odt.READER,
    docx.READER,
    rtf.READER,
    nexis.READER,
    factiva.READER,
    pdf.READER,
    parquet.READER,
    nela_gt.READER,
    json_lines.READER,
    mail.READER,
    mhtml.READER,
    media_cloud.READER,
    csv_table.READER,
    html.READER,
    plain_text.READER,
)
"""The first that says it knows the content reads it; plain text, which knows any text, comes last."""
