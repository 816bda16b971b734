package fi.tiski.domain.together;

/** What became of an agent's press to open a page. */
public sealed interface Opening {

    record Opened(SharedPage page) implements Opening {}

    /** There is one open; it has to be approved or closed first. */
    record AnotherIsOpen(SharedPage page) implements Opening {}

    /** The meeting is not on. */
    record NotMeeting() implements Opening {}
}
