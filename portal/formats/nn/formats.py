# Norwegian public style: 3. november 2026, and a clock with full stops.
DATE_FORMAT = "j. F Y"
TIME_FORMAT = "H.i"
