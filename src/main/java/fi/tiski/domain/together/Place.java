package fi.tiski.domain.together;

/**
 * Where something can be written on a page.
 *
 * @param tag its own on the page
 * @param isCustomers whether the customer writes here, and may keep it to themselves; the agent may write for them until
 *     then. In every other place the agent writes alone
 * @param isLong whether more than a line is expected
 */
public record Place(String tag, boolean isCustomers, boolean isLong) {

    static Place agents(String tag) {
        return new Place(tag, false, true);
    }

    static Place customers(String tag) {
        return new Place(tag, true, true);
    }

    static Place line(String tag) {
        return new Place(tag, true, false);
    }
}
