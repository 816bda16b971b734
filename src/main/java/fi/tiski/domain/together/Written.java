package fi.tiski.domain.together;

/**
 * What stands in one place of a page.
 *
 * @param words empty when nothing was written, and for an agent also when the customer keeps it to themselves
 * @param by whose hand it was last
 * @param isPrivate whether the customer keeps it to themselves
 * @param isFilled whether there are words, also for whoever is not given them
 * @param revision of the page when it was written; 0 when nothing ever was
 */
public record Written(Place place, String words, Writer by, boolean isPrivate, boolean isFilled, long revision) {

    static Written nothing(Place place) {
        return new Written(place, "", place.isCustomers() ? Writer.CUSTOMER : Writer.AGENT, false, false, 0);
    }

    Written masked() {
        return isPrivate ? new Written(place, "", by, true, isFilled, revision) : this;
    }
}
