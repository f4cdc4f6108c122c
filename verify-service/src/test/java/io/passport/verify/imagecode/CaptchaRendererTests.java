package io.passport.verify.imagecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CaptchaRendererTests {

    private final CaptchaRenderer picture = new CaptchaRenderer();

    @Test
    void anyWhenCalledOftenThenReturnsFourGlyphsOfEachCharacter() {
        Glyphs glyphs = Glyphs.load();
        SplittableRandom random = new SplittableRandom(1);
        for (char character : CaptchaText.ALPHABET.toCharArray()) {
            Set<Glyph> shapes = new HashSet<>();
            for (int i = 0; i < 200; i++) {
                shapes.add(glyphs.any(character, random));
            }
            assertThat(shapes).as("shapes of %s", character).hasSize(4);
        }
    }

    @Test
    void renderWhenTheTextIsTheSameThenTheImagesDiffer() {
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            seen.add(java.util.Arrays.hashCode(picture.render("ACEF")));
        }
        assertThat(seen).hasSize(200);
    }

    @Test
    void randomWhenCalledOftenThenCharactersAreUniformlyDistributed() {
        int[] seen = new int[128];
        int answers = 15_000;
        for (int i = 0; i < answers; i++) {
            String answer = CaptchaText.random();
            assertThat(answer).hasSize(CaptchaText.LENGTH);
            answer.chars().forEach(character -> seen[character]++);
        }
        int expected = answers * CaptchaText.LENGTH / CaptchaText.ALPHABET.length();
        for (char character : CaptchaText.ALPHABET.toCharArray()) {
            // eight standard deviations
            assertThat(seen[character]).isBetween(expected - 500, expected + 500);
        }
    }
}
