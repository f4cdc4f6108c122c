package io.passport.user.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldCipherTests {

    private static final String OLD = "o".repeat(32);
    private static final String NEW = "n".repeat(32);

    private final FieldCipher cipher =
            new FieldCipher(new PersonalDataProperties("k2", Map.of("k1", OLD, "k2", NEW), NEW));

    @Test
    void decryptWhenInAnotherContextThenRefused() {
        String encrypted = cipher.encrypt("11010519491231002X", "id_card:1");
        assertThat(encrypted).startsWith("k2.").doesNotContain("1101");
        assertThat(cipher.decrypt(encrypted, "id_card:1")).isEqualTo("11010519491231002X");
        assertThatThrownBy(() -> cipher.decrypt(encrypted, "id_card:2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void encryptWhenTheSameValueComesAgainThenTheTextDiffers() {
        assertThat(cipher.encrypt("x", "c")).isNotEqualTo(cipher.encrypt("x", "c"));
    }

    @Test
    void decryptWhenAnOlderKeyEncryptedThenTheValueIsRead() {
        FieldCipher before = new FieldCipher(new PersonalDataProperties("k1", Map.of("k1", OLD), NEW));
        assertThat(cipher.decrypt(before.encrypt("张三", "c"), "c")).isEqualTo("张三");
        assertThatThrownBy(() -> before.decrypt(cipher.encrypt("张三", "c"), "c")).hasMessageContaining("keys.k2");
    }

    @Test
    void decryptWhenTheTextWasChangedThenRefused() {
        String encrypted = cipher.encrypt("x", "c");
        String broken =
                encrypted.substring(0, 10) + (encrypted.charAt(10) == 'A' ? 'B' : 'A') + encrypted.substring(11);
        assertThatThrownBy(() -> cipher.decrypt(broken, "c")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void indexWhenTheColumnDiffersThenTheIndexDiffers() {
        BlindIndex index = new BlindIndex(new PersonalDataProperties("k2", Map.of("k2", NEW), NEW));
        assertThat(index.of("a", "x"))
                .isEqualTo(index.of("a", "x"))
                .isNotEqualTo(index.of("b", "x"))
                .hasSize(32);
    }

    @Test
    void bindWhenKeysAreMissingThenRefused() {
        assertThatThrownBy(() -> new PersonalDataProperties("k3", Map.of("k1", OLD), NEW))
                .hasMessageContaining("current-key");
        assertThatThrownBy(() -> new PersonalDataProperties("k1", Map.of("k1", "short"), NEW))
                .hasMessageContaining("keys.k1");
        assertThatThrownBy(() -> new PersonalDataProperties("k1", Map.of("k1", OLD), "short"))
                .hasMessageContaining("index-key");
    }
}
