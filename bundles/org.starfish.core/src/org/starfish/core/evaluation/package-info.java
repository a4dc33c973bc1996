// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
/** Evaluates synthesized pictures: what their network and other networks answer to them, compared with photos. */
package org.starfish.core.evaluation;
