package fi.tiski.surface.kit;

/** Something that a person fills in or chooses, and that can be wrong. */
public sealed interface Asked permits Field, Options, Select {

    /** Shows beside it what is wrong and how to put it right; what was entered stays. */
    void error(String words);

    void noError();

    boolean isWrong();

    /** The id of the element that takes the focus when a person comes to put it right. */
    String focusId();

    /** Moves the focus there. */
    void takeFocus();
}
