package io.passport.user.personaldata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.springframework.stereotype.Component;

/**
 * Encrypts a column's value with AES-256-GCM (NIST SP 800-38D). The encrypted text is {@code <key id>.<base64url of nonce and
 * cipher text>}. The key id tells which key decrypts it, so that keys can be rotated. The context, such as column and row, is
 * authenticated: a value that was moved elsewhere does not decrypt. Many threads may use it at once.
 */
@Component
public class FieldCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> keys;
    private final String currentKey;

    FieldCipher(PersonalDataProperties properties) {
        this.currentKey = properties.currentKey();
        this.keys = properties.keys().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, key -> DerivedKey.of(key.getValue(), "AES", "passport field cipher")));
    }

    /** Encrypts the value with the current key. */
    public String encrypt(String value, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] encrypted = run(Cipher.ENCRYPT_MODE, currentKey, nonce, value.getBytes(StandardCharsets.UTF_8), context);
        byte[] both = ByteBuffer.allocate(NONCE_BYTES + encrypted.length)
                .put(nonce)
                .put(encrypted)
                .array();
        return currentKey + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /**
     * Decrypts a value that was encrypted in the same context.
     *
     * @throws IllegalStateException when the key is not set, or the text was changed or moved
     * @throws RuntimeException when the text does not have the form of an encrypted text
     */
    public String decrypt(String encrypted, String context) {
        int dot = encrypted.indexOf('.');
        ByteBuffer both = ByteBuffer.wrap(Base64.getUrlDecoder().decode(encrypted.substring(dot + 1)));
        byte[] nonce = new byte[NONCE_BYTES];
        both.get(nonce);
        byte[] cipherText = new byte[both.remaining()];
        both.get(cipherText);
        return new String(
                run(Cipher.DECRYPT_MODE, encrypted.substring(0, dot), nonce, cipherText, context),
                StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, String keyId, byte[] nonce, byte[] input, String context) {
        SecretKey key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("passport.personal-data.keys." + keyId + " is needed and not set");
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A personal value could not be encrypted or opened", e);
        }
    }
}
