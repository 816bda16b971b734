"""The kiosk's own slip: a number of the reserved range, in ESC/POS that every such printer knows."""

WORDS = {
    "fi": ("Numerosi on", "Odota, että numerosi kutsutaan.", "Soita meille:"),
    "sv": ("Ditt nummer är", "Vänta tills ditt nummer ropas upp.", "Ring oss:"),
    "en": ("Your number is", "Please wait until your number is called.", "Call us:"),
}
BEGIN = b"\x1b@\x1bt\x10\x1ba\x01"  # as new; Windows-1252; in the middle
LARGE, NORMAL = b"\x1d!\x77", b"\x1d!\x00"  # eight times as large
FEED_AND_CUT = b"\n\x1dVB\x00"


def slip(conf, language, number):
    yours, wait, call = WORDS.get(language, WORDS["fi"])
    words = [yours, None, wait, f"{call} {conf['phone']}"]
    lines = [LARGE + str(number).encode() + NORMAL if line is None else line.encode("cp1252", "replace") for line in words]
    return BEGIN + b"\n".join(lines) + b"\n" + FEED_AND_CUT
