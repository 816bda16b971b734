package fi.tiski.surface.slips;

/**
 * A roll of receipt paper, at the 203 dots an inch (8 a millimetre) that receipt printers have.
 *
 * @param dots how wide the printed part is
 * @param qrDots the edge of one square of a QR code: about a millimetre where there is room, for telephones of any age
 */
record Paper(int dots, int qrDots) {

    /** Of the printer's ordinary letters, 12 dots wide. */
    private static final int LETTER = 12;

    /** @param millimetres the width of the roll: 80 or 58 */
    static Paper ofRoll(int millimetres) {
        return switch (millimetres) {
            case 80 -> new Paper(576, 8);
            case 58 -> new Paper(384, 6);
            default ->
                throw new IllegalArgumentException(
                        "tiski.kiosk.paper is the width of the roll, 80 or 58 mm, not " + millimetres);
        };
    }

    /** How many letters stand in a line when each is {@code size} times as large as an ordinary one. */
    int letters(int size) {
        return dots / (LETTER * size);
    }
}
