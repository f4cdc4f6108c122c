package io.passport.emulators.http;

/** A file in a multipart form. */
public final class FilePart {

    private final String fileName;
    private final String contentType;
    private final byte[] bytes;

    FilePart(String fileName, String contentType, byte[] bytes) {
        this.fileName = fileName;
        this.contentType = contentType;
        this.bytes = bytes;
    }

    /** The file name that the client sent. */
    public String fileName() {
        return fileName;
    }

    /** The media type that the client sent. */
    public String contentType() {
        return contentType;
    }

    /** The file's bytes. Not a copy: callers must not change them. */
    public byte[] bytes() {
        return bytes;
    }
}
