/**
 * S3: buckets, their classes and rules.
 *
 * <p>What lies where, for how long, in which class. Start with {@link dev.windtunnel.model.storage.Bucket}.
 */
@NullMarked
package dev.windtunnel.model.storage;

import org.jspecify.annotations.NullMarked;
