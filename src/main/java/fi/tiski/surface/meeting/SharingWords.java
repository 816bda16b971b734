package fi.tiski.surface.meeting;

import java.util.List;

/** What the stage says of papers and screens that are shown, and of captions, each after the bundle's name. */
final class SharingWords {

    static final List<String> ALL = List.of(
            "paper",
            "paper.title",
            "paper.hold",
            "paper.camera",
            "paper.take",
            "paper.other",
            "paper.cancel",
            "paper.picture",
            "paper.check",
            "paper.keep",
            "paper.again",
            "paper.sending",
            "paper.shown",
            "paper.trouble.camera",
            "paper.trouble.large",
            "paper.trouble.picture",
            "paper.trouble.enough",
            "paper.trouble.over",
            "paper.trouble.away",
            "screen",
            "screen.end",
            "screen.mine",
            "screen.of",
            "screen.denied",
            "captions",
            "captions.off",
            "captions.write",
            "captions.write.end",
            "captions.field",
            "captions.hint",
            "captions.by",
            "captions.on",
            "captions.away");

    private SharingWords() {}
}
