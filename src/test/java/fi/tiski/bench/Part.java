package fi.tiski.bench;

import java.util.List;

/** One question about cost, which can be asked by itself: {@code ./bench booking}. */
interface Part {

    /** What it is called on the command line. */
    String name();

    /** The heading of its table. */
    String title();

    /** How it is measured, in a few sentences of Markdown, above the table. */
    String how();

    List<Figure> measure(Folder kept) throws Exception;
}
