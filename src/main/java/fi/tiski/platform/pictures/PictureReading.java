package fi.tiski.platform.pictures;

/** What came of looking at bytes that are said to be a picture. */
public sealed interface PictureReading {

    record Fine(Picture picture) implements PictureReading {}

    /** It cannot be decoded as a JPEG from its first byte to its last. */
    record NotAPicture() implements PictureReading {}

    /** More bytes than {@link Picture#MOST_BYTES}, or more dots than {@link Picture#MOST_DOTS}. */
    record TooLarge() implements PictureReading {}
}
