// One hour of every year is there twice in local time, and a DateTime remembers which of the two it is.
Environment.SetEnvironmentVariable("TZ", "Europe/Berlin");
TimeZoneInfo.ClearCachedData();

Cases.Run();
