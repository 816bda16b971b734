package fi.tiski.surface.journey;

/** More was asked for from one address than a roomful of people could ask for. */
final class TooManyHere extends RuntimeException {

    private static final long serialVersionUID = 1;

    TooManyHere() {
        super("Too many journeys from one address", null, false, false);
    }
}
