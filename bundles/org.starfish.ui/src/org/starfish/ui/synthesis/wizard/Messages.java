// Copyright (c) 2026 The Starfish authors
// SPDX-License-Identifier: EPL-2.0
package org.starfish.ui.synthesis.wizard;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String SynthesisWizard_window;
	public static String SynthesisWizard_reading;
	public static String WhatPage_title;
	public static String WhatPage_text;
	public static String WhatPage_hint;
	public static String WhatPage_reading;
	public static String WhatPage_nothing;
	public static String WhatPage_unreadable;
	public static String WhatPage_notFound;
	public static String CandidateTable_name;
	public static String CandidateTable_address;
	public static String CandidateTable_kind;
	public static String CandidateTable_channel;
	public static String CandidateTable_class;
	public static String CandidateTable_unit;
	public static String CandidateTable_channels;
	public static String CandidateTable_values;
	public static String UnitDetail_single;
	public static String UnitDetail_whole;
	public static String UnitDetail_channel;
	public static String UnitDetail_place;
	public static String UnitDetail_everywhere;
	public static String UnitDetail_middle;
	public static String UnitDetail_at;
	public static String UnitDetail_column;
	public static String UnitDetail_row;
	public static String UnitDetail_meaningLayer;
	public static String UnitDetail_meaningClass;
	public static String UnitDetail_meaningChannel;
	public static String UnitDetail_meaningPosition;
	public static String HowPage_title;
	public static String HowPage_text;
	public static String ParametersPage_title;
	public static String ParametersPage_text;
	public static String ParametersPage_formula;
	public static String ParametersPage_reset;
	public static String ParametersPage_difference;
	public static String ParametersPage_schedule;
	public static String ParametersPage_picture;
	public static String ParametersPage_objective;
	public static String ParametersPage_step;
	public static String ParametersPage_regularizer;
	public static String ParametersPage_transform;
	public static String WherePage_title;
	public static String WherePage_text;
	public static String WherePage_folder;
	public static String WherePage_browse;
	public static String WherePage_browseText;
	public static String WherePage_name;
	public static String WherePage_nameHint;
	public static String WherePage_size;
	public static String WherePage_sizeHint;
	public static String WherePage_seed;
	public static String WherePage_seedHint;
	public static String WherePage_variants;
	public static String WherePage_variantsHint;
	public static String WherePage_result;
	public static String WherePage_more;
	public static String WherePage_noFolder;
	public static String WherePage_noProject;
	public static String WherePage_isFile;
	public static String WherePage_noName;
	public static String WherePage_placeholder;
	public static String WherePage_wrongSize;
	public static String WherePage_wrongSeed;

	static {
		initializeMessages("org.starfish.ui.synthesis.wizard.messages", Messages.class);
	}
}
