/**
 * What a picture shows, before anybody draws it: the course of an incident ({@link
 * io.muster.core.picture.TimelinePicture}) and the figures of some months ({@link
 * io.muster.core.picture.MonthsPicture}). Each says the same in words, for those who hear a picture
 * instead of seeing it. Pure; knows neither pixels nor files.
 */
@NullMarked
package io.muster.core.picture;

import org.jspecify.annotations.NullMarked;
