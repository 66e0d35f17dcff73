package dev.windtunnel.model.yaml;

import dev.windtunnel.model.problem.Position;
import org.jspecify.annotations.Nullable;

/**
 * Where a value of the model came from.
 *
 * @param position of a single value the value's own; of a mapping or list that of its key, which is what a reader looks for. Where
 *     the path is not written, that of the nearest thing above it that is
 * @param path the keys that lead to what stands there: the path asked for, or the beginning of it that is written
 * @param isDefault whether the path asked for is not written anywhere, so that a default or nothing stands for it
 * @param inheritedFrom the environment in which it is written, if that is another one than the path's; null if it is not
 *     inherited
 */
public record Origin(
        Position position,
        String path,
        boolean isDefault,
        @Nullable String inheritedFrom) {}
