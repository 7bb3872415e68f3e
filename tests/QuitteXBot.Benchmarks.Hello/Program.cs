// What any .NET process costs: the measure for a cold question.
Console.WriteLine("hello");
