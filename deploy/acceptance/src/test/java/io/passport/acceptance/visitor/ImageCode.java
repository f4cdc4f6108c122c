package io.passport.acceptance.visitor;

/**
 * A picture's code.
 *
 * @param id made up by the page
 * @param answer what a person reads in the picture
 */
public record ImageCode(String id, String answer) {

    /** An answer that is wrong for every picture: pictures have no such letters. */
    public ImageCode misread() {
        return new ImageCode(id, "0000");
    }
}
