namespace ApiAtlas;

/// <summary>Something that the person at the keyboard can put right. The message says how.</summary>
internal sealed class UserError(string message) : Exception(message);
