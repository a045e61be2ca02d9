/**
 * Style transfer of many images: folders, patterns and CSV lists, the manifest, and continuing an interrupted run.
 * How one picture is computed belongs to the root package; options of the command line belong to {@code cli}.
 */
package io.github.neuralstyle.batch;
