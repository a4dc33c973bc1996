// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Has the running product do something on its own: be measured, or be shown in pictures. */
package org.starfish.ui.tests.drive;
