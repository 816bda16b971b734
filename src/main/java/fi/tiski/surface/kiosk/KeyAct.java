package fi.tiski.surface.kiosk;

/** What a key of a keypad, or a switch, does. */
enum KeyAct {
    UP,
    DOWN,
    /** As {@link #DOWN}; the one of two switches that goes round. */
    NEXT,
    SELECT,
    BACK,
    /** Says what the keys do; whoever was not read to is, from then on. */
    HELP,
    LOUDER,
    SOFTER,
    /** Louder, and after the loudest the softest: where one key does both. */
    VOLUME,
    SLOWER,
    FASTER,
    REPEAT,
    STOP
}
