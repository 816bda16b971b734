package fi.tiski.domain.handovers;

/**
 * What the receiver need not ask again. Each at most 10,000 characters, and empty when there is nothing to say.
 *
 * @param told by the customer
 * @param done by those who helped so far
 * @param promised to the customer
 */
public record Card(String told, String done, String promised) {

    public static final Card ERASED = new Card("", "", "");

    public Card {
        told = told.strip();
        done = done.strip();
        promised = promised.strip();
    }
}
