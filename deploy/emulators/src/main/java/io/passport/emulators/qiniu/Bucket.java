package io.passport.emulators.qiniu;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bucket's objects, one file each: a line of JSON, then the bytes. The file name is the SHA-256 of the key, so that no key
 * leaves the directory. A file appears by a rename, so that readers see only complete files. Safe for concurrent use in one
 * process.
 */
public final class Bucket {

    private final Path directory;

    /** Stores objects in this directory, which is created if it does not exist. */
    public Bucket(Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
    }

    /**
     * Stores an object.
     *
     * @throws QiniuApiException 614 without {@code mayOverwrite} when the key has an object with other bytes
     * @throws IOException when the file cannot be written; the old object stays
     */
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
            // in pieces: the JDK keeps for each thread an off-heap buffer as large as its largest write
            new ByteArrayInputStream(bytes).transferTo(out);
        }
    }

    /** The metadata of the object with this key; empty if there is none. */
    Optional<StoredObject> stat(String key) throws IOException {
        return read(key, (object, bytes) -> object);
    }

    /** The bytes and metadata of the object with this key; empty if there is none. */
    Optional<Content> content(String key) throws IOException {
        return read(key, (object, bytes) -> new Content(object, bytes.readAllBytes()));
    }

    /** Deletes the object with this key. Returns false if there is none. */
    synchronized boolean delete(String key) throws IOException {
        return Files.deleteIfExists(file(key));
    }

    private <T> Optional<T> read(String key, Reader<T> reader) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file(key)))) {
            var header = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                header.write(next);
            }
            StoredObject object = JsonMapper.shared().readValue(header.toByteArray(), StoredObject.class);
            return Optional.of(reader.of(object, in));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw new IOException("damaged file of an object", e);
        }
    }

    private Path file(String key) {
        return directory.resolve(DigestUtils.sha256Hex(key));
    }

    /** An object with its bytes. */
    record Content(StoredObject object, byte[] bytes) {}

    private interface Reader<T> {
        T of(StoredObject object, InputStream bytes) throws IOException;
    }
}
