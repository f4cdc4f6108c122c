package io.passport.user.personaldata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldCipherTests {

    private static final String OLD = "o".repeat(32);
    private static final String NEW = "n".repeat(32);

    private final FieldCipher cipher = new FieldCipher(new PersonalDataKeys("k2", Map.of("k1", OLD, "k2", NEW), NEW));

    @Test
    void opensWhatItSealedInTheSamePlaceOnly() {
        String sealed = cipher.seal("11010519491231002X", "id_card:1");
        assertThat(sealed).startsWith("k2.").doesNotContain("1101");
        assertThat(cipher.open(sealed, "id_card:1")).isEqualTo("11010519491231002X");
        assertThatThrownBy(() -> cipher.open(sealed, "id_card:2")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sealsTheSameValueDifferentlyEachTime() {
        assertThat(cipher.seal("x", "c")).isNotEqualTo(cipher.seal("x", "c"));
    }

    @Test
    void opensWhatAnOlderKeySealed() {
        FieldCipher before = new FieldCipher(new PersonalDataKeys("k1", Map.of("k1", OLD), NEW));
        assertThat(cipher.open(before.seal("张三", "c"), "c")).isEqualTo("张三");
        assertThatThrownBy(() -> before.open(cipher.seal("张三", "c"), "c")).hasMessageContaining("keys.k2");
    }

    @Test
    void refusesWhenASealWasBroken() {
        String sealed = cipher.seal("x", "c");
        String broken = sealed.substring(0, 10) + (sealed.charAt(10) == 'A' ? 'B' : 'A') + sealed.substring(11);
        assertThatThrownBy(() -> cipher.open(broken, "c")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void indexesEachColumnDifferently() {
        BlindIndex index = new BlindIndex(new PersonalDataKeys("k2", Map.of("k2", NEW), NEW));
        assertThat(index.of("a", "x"))
                .isEqualTo(index.of("a", "x"))
                .isNotEqualTo(index.of("b", "x"))
                .hasSize(32);
    }

    @Test
    void refusesSettingsWithoutKeys() {
        assertThatThrownBy(() -> new PersonalDataKeys("k3", Map.of("k1", OLD), NEW))
                .hasMessageContaining("current-key");
        assertThatThrownBy(() -> new PersonalDataKeys("k1", Map.of("k1", "short"), NEW))
                .hasMessageContaining("keys.k1");
        assertThatThrownBy(() -> new PersonalDataKeys("k1", Map.of("k1", OLD), "short"))
                .hasMessageContaining("index-key");
    }
}
