"""A small PDF of a title and a few lines: what an example has as its file."""

import hashlib

TEXT = b"BT /F1 %d Tf 72 %d Td (%s) Tj ET"


def pdf(title, lines):
    drawn = [TEXT % (18, 760, escaped(title))]
    drawn += [TEXT % (11, 730 - 16 * number, escaped(line)) for number, line in enumerate(lines)]
    stream = b"\n".join(drawn)
    return assembled(
        b"<< /Type /Catalog /Pages 2 0 R /Lang (no) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )


def assembled(*objects):
    """The objects, numbered from 1, with the table of where each begins."""
    content, begins = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        begins.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % begin for begin in begins)
    size = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(content))
    return content + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


def escaped(text):
    """As the font's own encoding has it."""
    text = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return text.encode("cp1252", "replace")


def checksum(content):
    return hashlib.sha256(content).hexdigest()
