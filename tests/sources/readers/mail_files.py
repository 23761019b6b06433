"""E-mails made for tests: newsletters, forwarded and attached articles, with invented words."""

from email.message import EmailMessage
from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

BODY = (
    "The harbour council voted on Tuesday to close the café by the old ferry terminal, which surprised traders who "
    "had rebuilt their stalls along the quay only two winters ago.",
    "Mayor Ann Lowe said that the closure would save money, and that there was “no choice” this year, since the "
    "roof had to be paid for as well.",
    "Opponents plan to march on the town hall this weekend with four thousand signatures against the plan, and the "
    "organisers expect many more people.",
)
PLAIN = "\n\n".join(BODY)
LAYOUT = (
    "<html><head><title>Daily briefing</title></head><body><div style='display: none'>What you need to know ͏ ‌</div>"
    "<table width=600><tr><td><a href='https://t.example/1'>View in browser</a></td></tr>"
    "<tr><td><table><tr><td><h1>Port shuts after close vote</h1>"
    + "".join(f"<p>{text}</p>" for text in BODY)
    + "</td></tr></table></td></tr><tr><td>You are receiving this because you signed up. "
    "<a href='https://t.example/2'>Unsubscribe</a></td></tr><tr><td>Harbour Post Media, 12 Quay Street, Port Skerrin "
    "PS1 20443</td></tr></table></body></html>"
)


def mail(
    plain: str | None = PLAIN, markup: str | None = None, *, subject: str = "Port shuts after close vote", **head: str
) -> EmailMessage:
    made = EmailMessage()
    made["From"] = head.pop("sender", "Ann Reader <ann@reader.example>")
    made["To"] = "bo@reader.example"
    made["Subject"] = subject
    made["Date"] = head.pop("date", "Tue, 03 Mar 2026 10:15:00 +0100")
    made["Message-ID"] = "<1@reader.example>"
    for name, value in head.items():
        made[name.replace("_", "-")] = value
    if plain is not None:
        made.set_content(plain)
        if markup is not None:
            made.add_alternative(markup, subtype="html")
    elif markup is not None:
        made.set_content(markup, subtype="html")
    return made


FORWARDED = {
    "Gmail": (
        "FYI, see below.\n\n---------- Forwarded message ---------\nFrom: Reuters <briefing@reuters.example>\n"
        "Date: Mon, Mar 2, 2026 at 9:30 AM\nSubject: Pier to close\nTo: <ann@reader.example>\n\n\n"
    ),
    "Apple": (
        "FYI\n\nBegin forwarded message:\n\nFrom: Reuters <briefing@reuters.example>\nSubject: Pier to close\n"
        "Date: 2 March 2026 at 09:30:00 GMT\nTo: ann@reader.example\n\n"
    ),
    "Outlook": (
        "FYI\n\n-----Original Message-----\nFrom: Reuters <briefing@reuters.example>\n"
        "Sent: Monday, March 2, 2026 9:30 AM\nTo: Ann Reader\nSubject: Pier to close\n\n"
    ),
    "Thunderbird": (
        "-------- Forwarded Message --------\nSubject: \tPier to close\nDate: \tMon, 2 Mar 2026 09:30:00 +0000\n"
        "From: \tReuters <briefing@reuters.example>\nTo: \tann@reader.example\n\n"
    ),
    "German": (
        "________________________________\nVon: Reuters <briefing@reuters.example>\nGesendet: Montag, 2. März 2026\n"
        "An: Ann\nBetreff: Pier to close\n\n"
    ),
}


def attached(words: str, *parts: object) -> bytes:
    made = MIMEMultipart()
    made["From"], made["Subject"], made["Message-ID"] = "ann@reader.example", "Fwd: an article", "<2@reader.example>"
    made.attach(MIMEText(words))
    for part in parts:
        made.attach(part)  # type: ignore[arg-type]
    return made.as_bytes()


def named(part: MIMEText | MIMEApplication, name: str) -> MIMEText | MIMEApplication:
    part.add_header("Content-Disposition", "attachment", filename=name)
    return part
