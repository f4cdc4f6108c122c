package io.passport.verify.imagecode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * The outlines of the characters in several typefaces, from {@code glyphs.txt}. Their source and licence are in {@code
 * glyphs-license.txt}. The fonts of the machine are not used.
 */
final class Glyphs {

    private final Map<Character, List<Glyph>> byCharacter = new HashMap<>();

    /**
     * Called at start-up. Reads lines of {@code <typeface> <character>|<x> <y> <x> <y> …|…}. Each bar begins a closed outline.
     */
    static Glyphs load() {
        Glyphs glyphs = new Glyphs();
        try (var file = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Glyphs.class.getResourceAsStream("glyphs.txt"), "glyphs.txt"),
                StandardCharsets.US_ASCII))) {
            file.lines().forEach(glyphs::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return glyphs;
    }

    /**
     * A random shape of a character.
     *
     * @throws NullPointerException when the file has no such character; it has all of {@link CaptchaText#ALPHABET}
     */
    Glyph any(char character, RandomGenerator random) {
        List<Glyph> shapes = Objects.requireNonNull(byCharacter.get(character), () -> "No glyph of " + character);
        return shapes.get(random.nextInt(shapes.size()));
    }

    private void add(String line) {
        String[] outlines = line.split("\\|", -1);
        char character = outlines[0].charAt(outlines[0].length() - 1);
        List<float[]> points = new ArrayList<>();
        for (int i = 1; i < outlines.length; i++) {
            points.add(numbers(outlines[i]));
        }
        byCharacter.computeIfAbsent(character, none -> new ArrayList<>()).add(new Glyph(points));
    }

    private static float[] numbers(String text) {
        String[] words = text.split(" ", -1);
        float[] numbers = new float[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Float.parseFloat(words[i]) / Glyph.RESOLUTION;
        }
        return numbers;
    }
}
