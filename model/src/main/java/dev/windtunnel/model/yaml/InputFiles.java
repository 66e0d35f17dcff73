package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.InputRejected;
import dev.windtunnel.model.problem.MissingFile;
import dev.windtunnel.model.problem.Position;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads files into trees and remembers their bytes as a hash, each file once and in the order of reading. */
final class InputFiles {

    private final Problems problems;
    private final MessageDigest hash;

    InputFiles(Problems problems) {
        this.problems = problems;
        try {
            this.hash = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** How a file is called in messages: as the user named it, with forward slashes. */
    static String name(Path file) {
        return file.toString().replace('\\', '/');
    }

    /** The tree of a file; empty if it cannot be read, with the problem reported. */
    Optional<YamlNode> tree(Path file, Position whereItWasNamed, String path) {
        String name = name(file);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            problems.add(MissingFile.problem(file, name, whereItWasNamed, path));
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(file)) {
            // One byte more than is allowed is enough to refuse the file, however large it is.
            byte[] bytes = stream.readNBytes(SourceText.MAX_BYTES + 1);
            digest(bytes);
            return YamlParser.parse(SourceText.decode(name, bytes), problems);
        } catch (InputRejected refused) {
            refused.problems().forEach(problems::add);
        } catch (IOException unreadable) {
            problems.add(MissingFile.problem(file, name, whereItWasNamed, path));
        }
        return Optional.empty();
    }

    /** Takes a file that another reader has read into the hash. */
    void addToHash(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            hash.update(
                    ByteBuffer.allocate(Long.BYTES).putLong(Files.size(file)).flip());
            byte[] buffer = new byte[1 << 16];
            for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                hash.update(buffer, 0, read);
            }
        } catch (IOException gone) {
            problems.add(Position.of(name(file)), "", "the file cannot be read any more: " + gone.getMessage());
        }
    }

    /** The hash over all files and these texts, in lowercase hexadecimal. Lengths are hashed too, so that no two inputs run together. */
    String hash(List<String> overrides) {
        overrides.forEach(text -> digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(hash.digest());
    }

    private void digest(byte[] bytes) {
        hash.update(ByteBuffer.allocate(Long.BYTES).putLong(bytes.length).flip());
        hash.update(bytes);
    }
}
