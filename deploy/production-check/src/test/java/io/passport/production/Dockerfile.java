package io.passport.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Dockerfile's instructions, without comments, with continued lines joined. */
record Dockerfile(List<Instruction> instructions) {
    private static final Pattern EXACT_IMAGE = Pattern.compile("[\\w./-]+:v?\\d+\\.\\d+\\.\\d+[\\w.-]*");
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d*:[1-9]\\d*");
    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(password|secret|token|credential).*");

    /** One instruction, such as {@code FROM}, and the text after it. */
    record Instruction(String keyword, String rest) {
        boolean is(String other) {
            return keyword.equals(other);
        }
    }

    static Dockerfile parse(String text) {
        String joined = text.lines()
                .filter(line -> !line.stripLeading().startsWith("#"))
                .reduce(
                        "",
                        (before, line) -> before.endsWith("\\")
                                ? before.substring(0, before.length() - 1) + line.stripLeading()
                                : before + "\n" + line);
        return new Dockerfile(joined.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\\s+", 2))
                .map(parts -> new Instruction(parts[0].toUpperCase(Locale.ROOT), parts[1]))
                .toList());
    }

    /** What is wrong with it. These rules hold for every Dockerfile. */
    Stream<String> findings() {
        return Stream.of(
                        images(),
                        instructions.stream()
                                .filter(instruction -> instruction.is("ADD"))
                                .map(instruction -> "adds " + instruction.rest()),
                        instructions.stream()
                                .filter(instruction -> instruction.is("ENV") || instruction.is("ARG"))
                                .filter(instruction ->
                                        SECRET_NAME.matcher(instruction.rest()).matches())
                                .map(instruction -> "keeps the secret " + instruction.rest()),
                        NUMBER.matcher(last("USER")).matches() ? Stream.<String>empty() : Stream.of("runs as root"))
                .flatMap(findings -> findings);
    }

    private Stream<String> images() {
        List<String> stages = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        for (Instruction from : instructions.stream().filter(i -> i.is("FROM")).toList()) {
            String[] words =
                    from.rest().replaceFirst("^--platform=\\S+\\s+", "").split("\\s+", -1);
            if (!stages.contains(words[0]) && !EXACT_IMAGE.matcher(words[0]).matches()) {
                findings.add("has no exact version: " + words[0]);
            }
            stages.add(words[words.length - 1]);
        }
        return findings.stream();
    }

    /** The instructions of the last stage, which makes the image. */
    List<Instruction> lastStage() {
        int from = instructions.lastIndexOf(
                instructions.stream().filter(i -> i.is("FROM")).toList().getLast());
        return instructions.subList(from, instructions.size());
    }

    /** The last instruction of that kind in the last stage, empty when there is none. */
    String last(String keyword) {
        return lastStage().stream()
                .filter(instruction -> instruction.is(keyword))
                .map(Instruction::rest)
                .reduce("", (before, later) -> later);
    }
}
