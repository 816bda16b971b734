package fi.tiski.domain.together;

/** What became of words that somebody wrote on a page. */
public sealed interface Writing {

    /** They stand there. */
    record Done(Written now) implements Writing {}

    /** The other one wrote in the same place meanwhile, and that is what stands there. */
    record Crossed(Written now) implements Writing {}

    /** The customer keeps this place to themselves, or it is not theirs to write in. */
    record NotYours() implements Writing {}

    /** Too late: the page has ended, and these words are not on it. */
    record Ended(SharedPageState how) implements Writing {}
}
