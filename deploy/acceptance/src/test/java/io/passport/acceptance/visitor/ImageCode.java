package io.passport.acceptance.visitor;

/**
 * An image code.
 *
 * @param id that the client chose
 * @param text that a person reads in the image
 */
public record ImageCode(String id, String text) {

    /** The same with a text that is wrong for every image: images have no zero. */
    public ImageCode withWrongText() {
        return new ImageCode(id, "0000");
    }
}
