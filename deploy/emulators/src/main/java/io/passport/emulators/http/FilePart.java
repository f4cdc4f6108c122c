package io.passport.emulators.http;

/** A file within a form. */
public final class FilePart {

    private final String fileName;
    private final String contentType;
    private final byte[] bytes;

    FilePart(String fileName, String contentType, byte[] bytes) {
        this.fileName = fileName;
        this.contentType = contentType;
        this.bytes = bytes;
    }

    /** The name that the client gave. */
    public String fileName() {
        return fileName;
    }

    /** The media type that the client gave. */
    public String contentType() {
        return contentType;
    }

    /** The file's bytes. */
    public byte[] bytes() {
        return bytes;
    }
}
