package dev.windtunnel.model.storage;

import dev.windtunnel.model.notation.Doc;
import dev.windtunnel.model.notation.Named;

/** An S3 bucket (S50, S51, S66). */
@Doc("An S3 bucket")
public record Bucket(@Named String name) {}
