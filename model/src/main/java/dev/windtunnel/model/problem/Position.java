package dev.windtunnel.model.problem;

/**
 * A place in a file that the user wrote.
 *
 * @param file the file as the user named it
 * @param line from 1; 0 if the problem is the file itself
 * @param column from 1; 0 if unknown
 */
public record Position(String file, int line, int column) {

    /** The file as a whole. */
    public static Position of(String file) {
        return new Position(file, 0, 0);
    }

    /** {@code file:line:column}, as editors and compilers print it. */
    @Override
    public String toString() {
        return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
