package io.passport.emulators.qiniu;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bucket's objects, one file each: a line of JSON, then the bytes. The file is named for the SHA-256 of the key, so
 * that no key leads out of the directory, and appears by a rename, so that none is ever seen half written.
 */
public final class Bucket {

    private final Path directory;

    /** Keeps its objects in this directory, which is made if need be. */
    public Bucket(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    /** Stores an object; if it may not overwrite, then only where there is none or one with the same bytes. */
    synchronized void put(StoredObject object, byte[] bytes, boolean mayOverwrite)
            throws IOException, QiniuApiException {
        Optional<StoredObject> present = stat(object.key());
        if (!mayOverwrite && present.isPresent() && !present.get().hash().equals(object.hash())) {
            throw new QiniuApiException(614, "file exists");
        }
        Path written = Files.createTempFile(directory, "put", ".tmp");
        try {
            write(written, object, bytes);
            Files.move(written, file(object.key()), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private static void write(Path file, StoredObject object, byte[] bytes) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            out.write(JsonMapper.shared().writeValueAsBytes(object));
            out.write('\n');
            // in pieces, since the JDK keeps an off-heap buffer as large as the largest write for each thread
            new ByteArrayInputStream(bytes).transferTo(out);
        }
    }

    /** What is known of the object with this key. */
    Optional<StoredObject> stat(String key) throws IOException {
        return read(key, (object, bytes) -> object);
    }

    /** The bytes of the object with this key, and what is known of it. */
    Optional<Content> content(String key) throws IOException {
        return read(key, (object, bytes) -> new Content(object, bytes.readAllBytes()));
    }

    /** Removes the object with this key; false if there is none. */
    synchronized boolean delete(String key) throws IOException {
        return Files.deleteIfExists(file(key));
    }

    private <T> Optional<T> read(String key, Reading<T> reading) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file(key)))) {
            var header = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                header.write(next);
            }
            StoredObject object = JsonMapper.shared().readValue(header.toByteArray(), StoredObject.class);
            return Optional.of(reading.of(object, in));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw new IOException("damaged file of an object", e);
        }
    }

    private Path file(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return directory.resolve(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    /** An object with its bytes. */
    record Content(StoredObject object, byte[] bytes) {}

    private interface Reading<T> {
        T of(StoredObject object, InputStream bytes) throws IOException;
    }
}
