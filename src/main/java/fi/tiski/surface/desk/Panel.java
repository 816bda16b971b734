package fi.tiski.surface.desk;

/** Something that is filled in, inside the case in hand. */
sealed interface Panel
        permits AskCallBack, BookTime, Both, EditDetails, GoingAhead, HandBack, HandOver, NewCase, PassOn, VideoLinks {

    void takeFocus();
}
