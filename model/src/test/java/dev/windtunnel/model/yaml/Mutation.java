package dev.windtunnel.model.yaml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Ways in which a file goes wrong. Each makes other bytes of a text; the same draws make the same bytes. */
enum Mutation {
    RENAMED_KEYS {
        @Override
        byte[] of(String text, SplittableRandom random) {
            return edited(text, random, line -> {
                int at = random.nextInt(line.length() + 1);
                return switch (random.nextInt(3)) {
                    case 0 -> line.substring(0, at) + "x" + line.substring(at);
                    case 1 ->
                        line.isEmpty()
                                ? line
                                : line.substring(0, line.length() / 2) + line.substring(line.length() / 2 + 1);
                    default -> line.replaceFirst("([a-z])([a-zA-Z])", "$2$1");
                };
            });
        }
    },
    SWAPPED_TYPES {
        @Override
        byte[] of(String text, SplittableRandom random) {
            return edited(text, random, line -> {
                int colon = line.indexOf(':');
                return colon < 0
                        ? line
                        : line.substring(0, colon + 1) + " " + VALUES.get(random.nextInt(VALUES.size()));
            });
        }
    },
    TRUNCATED {
        @Override
        byte[] of(String text, SplittableRandom random) {
            byte[] bytes = bytes(text);
            return Arrays.copyOf(bytes, random.nextInt(bytes.length));
        }
    },
    NESTED_DEEP {
        @Override
        byte[] of(String text, SplittableRandom random) {
            int depth = random.nextInt(10, 20_000);
            String opening = List.of("[", "{a: ", "- ", "? ", "{", "[[").get(random.nextInt(6));
            return edited(text, random, line -> {
                int colon = line.indexOf(':');
                return (colon < 0 ? "x:" : line.substring(0, colon + 1)) + " " + opening.repeat(depth);
            });
        }
    },
    ALIASED {
        @Override
        byte[] of(String text, SplittableRandom random) {
            StringBuilder laughs = new StringBuilder("l0: &l0 [ha, ha, ha, ha, ha, ha, ha, ha, ha]\n");
            for (int i = 1; i < random.nextInt(3, 30); i++) {
                laughs.append("l").append(i).append(": &l").append(i).append(" [");
                laughs.append(String.join(", ", Collections.nCopies(9, "*l" + (i - 1))))
                        .append("]\n");
            }
            return bytes(
                    random.nextBoolean()
                            ? laughs + text
                            : new String(
                                            edited(text, random, line -> line.replaceFirst(": ?", ": &a ")),
                                            StandardCharsets.UTF_8)
                                    .replaceFirst("\n([a-z]+): [^\n]*", "\n$1: *a"));
        }
    },
    MERGED {
        @Override
        byte[] of(String text, SplittableRandom random) {
            return edited(
                    text,
                    random,
                    line -> line.replaceFirst("^( *)\\S.*", "$1<<: " + VALUES.get(random.nextInt(VALUES.size()))));
        }
    },
    INHERITED {
        @Override
        byte[] of(String text, SplittableRandom random) {
            List<String> names = List.of("prod", "stage", "dev", "nobody", "[a]", "", "{}");
            return edited(
                    text,
                    random,
                    line -> line.matches("    [a-z]+:.*")
                            ? line + "\n    extends: " + names.get(random.nextInt(names.size()))
                            : random.nextBoolean()
                                    ? "include: " + VALUES.get(random.nextInt(VALUES.size())) + "\n" + line
                                    : line);
        }
    },
    TABBED {
        @Override
        byte[] of(String text, SplittableRandom random) {
            return edited(text, random, line -> line.replaceFirst("  ", "\t"));
        }
    },
    BINARY {
        @Override
        byte[] of(String text, SplittableRandom random) {
            byte[] bytes = bytes(text);
            for (int i = random.nextInt(1, 20); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            return bytes;
        }
    },
    NOISE {
        @Override
        byte[] of(String text, SplittableRandom random) {
            byte[] bytes = new byte[random.nextInt(1, 3000)];
            random.nextBytes(bytes);
            return bytes;
        }
    },
    SHUFFLED {
        @Override
        byte[] of(String text, SplittableRandom random) {
            List<String> lines = new ArrayList<>(text.lines().toList());
            for (int i = random.nextInt(1, 10); i > 0; i--) {
                Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
            }
            return bytes(String.join("\n", lines));
        }
    },
    LONG {
        @Override
        byte[] of(String text, SplittableRandom random) {
            String much = "very ".repeat(random.nextInt(1, 60_000));
            return edited(
                    text,
                    random,
                    line -> random.nextBoolean()
                            ? line + much
                            : line.replaceFirst("\\S", random.nextBoolean() ? "? " + much : much.strip()));
        }
    };

    private static final List<String> VALUES = List.of(
            "",
            "~",
            "[]",
            "{}",
            "[a, [b, {c: d}]]",
            "{ a: { b: [c] } }",
            "-1",
            "1e999",
            "99999999999999999999999999",
            "NaN",
            ".inf",
            "yes",
            "2026-11-27",
            "20:15",
            "!!binary aGFoYQ==",
            "!!java.net.URL [x]",
            "&a b",
            "*a",
            "|",
            ">-",
            "'",
            "\"\\x00\"",
            "\"\\uD800\"",
            "lognormal(mean 1ms",
            "lognormal(mean -1ms, cv 9999)",
            "10.0.0.0/33",
            "9999999d",
            "architecture.yaml",
            "../../../../etc/passwd");

    abstract byte[] of(String text, SplittableRandom random);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Some lines of the text changed. */
    private static byte[] edited(String text, SplittableRandom random, java.util.function.UnaryOperator<String> edit) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            int at = random.nextInt(lines.size());
            lines.set(at, edit.apply(lines.get(at)));
        }
        return bytes(String.join("\n", lines));
    }
}
