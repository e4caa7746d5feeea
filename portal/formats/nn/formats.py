# Norwegian public style: 3. november 2026, and a clock with full stops.
DATE_FORMAT = "j. F Y"
DATETIME_FORMAT = "j. F Y H.i"
TIME_FORMAT = "H.i"
