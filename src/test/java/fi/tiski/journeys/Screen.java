package fi.tiski.journeys;

/** The glass in front of a person. */
public enum Screen {
    KIOSK(1080, 1920, true),
    TABLET(820, 1180, true),
    PHONE(390, 844, true),
    DESK(1280, 800, false),
    BOARD(1920, 1080, false),
    /** A desktop window at 400 % zoom, which is what WCAG's reflow means. */
    NARROW(320, 640, false);

    final int width;
    final int height;
    final boolean touch;

    Screen(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }
}
